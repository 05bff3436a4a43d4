/**
 * What is changed in Redoc's browser file, text by text.
 *
 * @type {readonly import("./changed.mjs").Change[]}
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
    what: "show the path of each operation of a list",
    from: "e.deprecated&&(0,V.jsx)(KF,{$deprecated:!0,children:t})]})})})});function Kfe",
    to: "e.deprecated&&(0,V.jsx)(KF,{$deprecated:!0,children:t}),e.summary&&(0,V.jsx)(`code`,{className:`apiref-path`,children:e.summary})]})})})});function Kfe",
  },
  {
    what: "list all operations of a tag at once",
    from: "let t=sE(),n=lg(),[r,i]=(0,B.useState)(!1),a=t(`badges.deprecated`",
    to: "let t=sE(),n=lg(),[r,i]=(0,B.useState)(!0),a=t(`badges.deprecated`",
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
  {
    what: "say of an address that leads nowhere what the page knows of it",
    from: "{let t=yt(),n=is(ug(e||`/`)),r=oE();return(0,V.jsxs)(ZH,{className:`not-found-page`,children:[(0,V.jsx)(QH,{children:`404`}),(0,V.jsx)($H,{children:r(`page.apiNotFound.title`,`No page at this address`)}),(0,V.jsxs)(eU,{children:[r(`page.apiNotFound.description`,`There's no page at`),` `,(0,V.jsx)(nU,{children:t.pathname}),`.`,(0,V.jsx)(`br`,{}),r(`page.apiNotFound.hint`,`It may have been moved or deleted.`)]}),",
    to: "{let t=yt(),n=is(ug(e||`/`)),r=oE(),{above:a,title:b,text:c,link:d}=globalThis.apiref.notFound(t.pathname);return(0,V.jsxs)(ZH,{className:`not-found-page`,children:[(0,V.jsx)(QH,{children:a}),(0,V.jsx)($H,{children:b}),(0,V.jsxs)(eU,{children:[c,` `,d&&(0,V.jsx)(`a`,{href:d.href,children:d.text})]}),",
  },
  {
    what: "call the beginning of the page so",
    from: "r(`page.apiNotFound.backButton`,`Back to docs`)",
    to: "`To the beginning`",
  },
  {
    what: "show numbers of samples as they are written",
    from: "(0,V.jsx)(`span`,{className:`token `+u,children:JSON.stringify(a)})",
    to: "(0,V.jsx)(`span`,{className:`token `+(globalThis.apiref.isNumber(a)?`number`:u),children:globalThis.apiref.json(JSON.stringify(a))})",
  },
  {
    what: "copy numbers of samples as they are written",
    from: "let r=typeof e==`string`?e:JSON.stringify(e,null,2);xo.copyCustom(r)",
    to: "let r=globalThis.apiref.json(typeof e==`string`?e:JSON.stringify(e,null,2));xo.copyCustom(r)",
  },
  {
    what: "each code and media type of a response in a panel of its own where all is to be printed",
    from: '"callback-payload":Ype,response:Cme,',
    to: '"callback-payload":Ype,response:e=>globalThis.apirefAll?globalThis.apiref.allPanels(e.node).map((t,n)=>(0,V.jsx)(Cme,{node:t},n)):(0,V.jsx)(Cme,e),',
  },
  {
    what: "each media type of a request in a panel of its own where all is to be printed",
    from: 'var wme={"code-sample":nme,',
    to: 'var wme={"code-sample":e=>globalThis.apirefAll?globalThis.apiref.allPanels(e.node).map((t,n)=>(0,V.jsx)(nme,{node:t},n)):(0,V.jsx)(nme,e),',
  },
  {
    what: "all examples of a response where all is to be printed",
    from: "(0,V.jsx)(EI,{description:ue}),(0,V.jsx)(DI,{payload:le,",
    to: "...globalThis.apirefAll&&C?.length>1?C.map((e,t)=>(0,V.jsxs)(B.Fragment,{children:[(0,V.jsx)(`p`,{className:`apiref-example`,children:l[e]?.summary??e}),(0,V.jsx)(EI,{description:l[e]?.description}),(0,V.jsx)(DI,{payload:O[t],mediaType:T})]},e)):[],globalThis.apirefAll&&C?.length>1?null:(0,V.jsx)(EI,{description:ue}),globalThis.apirefAll&&C?.length>1?null:(0,V.jsx)(DI,{payload:le,",
  },
  {
    what: "all examples of a request where all is to be printed",
    from: "(0,V.jsx)(EI,{description:i[k??``]?.description}),pe?",
    to: "globalThis.apirefAll&&c?.length>1?c.map((e,t)=>(0,V.jsxs)(B.Fragment,{children:[(0,V.jsx)(`p`,{className:`apiref-example`,children:i[e]?.summary??e}),(0,V.jsx)(EI,{description:i[e]?.description}),(0,V.jsx)(DI,{payload:h[t],mediaType:o,snippetType:`request`})]},e)):(0,V.jsx)(EI,{description:i[k??``]?.description}),globalThis.apirefAll&&c?.length>1?null:pe?",
  },
  {
    what: "no panel for the sample of a request that has no body: its method and path stand beside",
    from: "return(0,V.jsx)(V.Fragment,{children:(0,V.jsxs)(kP,{className:`panel-request-samples`,",
    to: "return(0,V.jsx)(V.Fragment,{children:pe&&re===void 0&&!he?null:(0,V.jsxs)(kP,{className:`panel-request-samples`,",
  },
  {
    what: "name the code of a response where all is to be printed",
    from: "return(0,V.jsx)(fL,{type:`button`,$active:n,",
    to: "return globalThis.apirefAll?(0,V.jsx)(`span`,{className:`apiref-code`,children:e.code},e.code):(0,V.jsx)(fL,{type:`button`,$active:n,",
  },
  {
    what: "take descriptions for Markdown: as HTML, `<id>` in them would be an element that nobody knows, and a quotation's mark an entity",
    from: "let{sanitize:n}=t??{};return n?Wae().sanitize(e):e",
    to: "return e",
  },
  {
    what: "elements in descriptions: those that the program writes itself; all others are text",
    from: "KB=/^[a-zA-Z][a-zA-Z:_.\\-\\d]*$/",
    to: "KB=/^(?:br|sub|sup)$/",
  },
  {
    what: "no attributes of elements in descriptions",
    from: "{type:`attribute`,name:`attrs`,value:UB(i,e)}",
    to: "{type:`attribute`,name:`attrs`,value:{}}",
  },
  {
    what: "the responses of all codes one after another where all is to be printed",
    from: "function mSe({node:e}){let t=e.responses,",
    to: "function mSe({node:e}){return globalThis.apirefAll&&e.responses?.length?e.responses.map(t=>(0,V.jsxs)(B.Fragment,{children:[(0,V.jsx)(`h4`,{className:`apiref-code`,children:t.code}),(0,V.jsx)(mSf,{node:{...e,responses:[t]}})]},t.code)):(0,V.jsx)(mSf,{node:e})}function mSf({node:e}){let t=e.responses,",
  },
];
