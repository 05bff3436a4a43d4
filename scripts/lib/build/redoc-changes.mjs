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
    to: "{prepare:K9,Docs:f3,HashRouter:In,StateProvider:Jm,createElement:B.createElement,createRoot:El.createRoot}})()",
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
];
