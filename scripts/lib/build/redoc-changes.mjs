/**
 * What is changed in Redoc's browser file, text by text. Each text must be in it once; a new version of Redoc that has
 * other texts fails the build.
 *
 * @type {readonly { readonly what: string; readonly from: string; readonly to: string }[]}
 */
export const CHANGES = [
  {
    what: "hand out the parts instead of drawing what the page names",
    from: "VHe(),{RedocStandalone,hydrate,init}})()",
    to: "{prepare:K9,Docs:f3,HashRouter:In,StateProvider:Jm,createState:e=>{let t=Um();return t.set(lh,e),t},createElement:B.createElement,createRoot:El.createRoot,flushSync:e=>dC.flushSync(e)}})()",
  },
  {
    what: "one name for all parts",
    from: "const{RedocStandalone,hydrate,init}=(()=>{",
    to: "const Redoc=(()=>{",
  },
  {
    what: "no names for other modules",
    from: "export{RedocStandalone,hydrate,init};",
    to: "",
  },
  {
    what: "say nothing on the console",
    from: "return typeof document<`u`&&console.info(",
    to: "return !1&&console.info(",
  },
  {
    what: "no image from the network",
    from: "function y4({full:e=!1}){",
    to: "function y4({full:e=!1}){return (0,V.jsx)(`span`,{children:`Redocly`});",
  },
  {
    what: "show a path without the fragment that tells its operations apart",
    from: "pathName:n,httpVerb:S3(r),operationId:t.operationId",
    to: "pathName:n.split(`#`)[0],httpVerb:S3(r),operationId:t.operationId",
  },
  {
    what: "no start of a script in a script (React)",
    from: "o.innerHTML=`<script><\\/script>`",
    to: "o.innerHTML=`\\x3cscript><\\/script>`",
  },
  {
    what: "no script for the colours, which runs nowhere",
    from: "dangerouslySetInnerHTML:{__html:`<script>\x24{Bke}<\\/script>`}",
    to: "",
  },
  {
    what: "list operations by what they are called, for actions share a path",
    from: "title:e.pathName,summary:Kje(e,d),",
    to: "title:Kje(e,d),summary:e.pathName,",
  },
  {
    what: "draw the operations of all tags where all is to be printed",
    from: "shouldRenderOps:e.sectionId===u||",
    to: "shouldRenderOps:globalThis.apirefAll||e.sectionId===u||",
  },
  {
    what: "draw each operation of a tag where all is to be printed",
    from: "e.content===null||s&&!Pwe(e.gatePath,t)?null:",
    to: "e.content===null||s&&!globalThis.apirefAll&&!Pwe(e.gatePath,t)?null:",
  },
  {
    what: "no button that opens a tag that is open",
    from: "s=kU(t),c=ug(t),l=lg()",
    to: "s=kU(t)||globalThis.apirefAll,c=ug(t),l=lg()",
  },
  {
    what: "draw what is far from the window where all is to be printed",
    from: "(0,B.useState)(()=>t||BH.has(e))",
    to: "(0,B.useState)(()=>globalThis.apirefAll||t||BH.has(e))",
  },
  {
    what: "draw large schemas that are far from the window where all is to be printed",
    from: "function Xce({forceMount:e=!1,estimatedHeight:t,children:n}){let[r,i]=(0,B.useState)(e)",
    to: "function Xce({forceMount:e=!1,estimatedHeight:t,children:n}){let[r,i]=(0,B.useState)(globalThis.apirefAll||e)",
  },
  {
    what: "leave the reader where he is when another document is drawn at the same address",
    from: "(0,B.useLayoutEffect)(()=>{if(!ys)return;let{hash:e,pathname:r}=i,c=e?zh(e):``,",
    to: "(0,B.useLayoutEffect)(()=>{let[at,of]=Iwe.drawn??[];Iwe.drawn=[i,t];if(!ys||at===i&&of!==t)return;let{hash:e,pathname:r}=i,c=e?zh(e):``,",
  },
];
