/** How what a preview adds to the page looks. */
export const STYLE = `
body { padding-bottom: var(--apiref-panel-height, 0px); }
#apiref-broken { padding: 8px 16px; background: #b3261e; color: #fff; font: 14px/1.4 system-ui, sans-serif; }
#apiref-broken[hidden], #apiref-bar:not(:has(> :not([hidden]))) { display: none; }
.menu-content { max-height: calc(100vh - var(--apiref-panel-height, 0px)); }
#apiref-panel { position: fixed; z-index: 1000; inset: auto 0 0 0; max-height: 33vh; display: flex; flex-direction: column;
  color-scheme: light dark; background: Canvas; color: CanvasText; border-top: 1px solid GrayText; box-shadow: 0 -2px 8px #0003;
  font: 13px/1.5 system-ui, sans-serif; }
#apiref-panel > header { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; padding: 6px 16px; }
#apiref-panel > ol { margin: 0; padding: 0 16px 12px; overflow-y: auto; list-style: none; }
#apiref-panel[data-closed] > ol { display: none; }
#apiref-panel button { font: inherit; padding: 0 8px; color: inherit; background: none; border: 1px solid GrayText; border-radius: 4px; cursor: pointer; }
#apiref-panel button.link { padding: 0; border: 0; text-decoration: underline; text-align: left; }
#apiref-panel button[aria-pressed=true] { background: Highlight; color: HighlightText; }
#apiref-panel .new { color: #00695c; font-weight: 600; }
#apiref-panel li { padding: 6px 0 6px 10px; border-top: 1px solid color-mix(in srgb, CanvasText 15%, Canvas); border-left: 4px solid transparent;
  content-visibility: auto; contain-intrinsic-height: auto 80px; }
#apiref-panel li[data-new] { border-left-color: #00897b; }
#apiref-panel li[aria-current] { background: color-mix(in srgb, Highlight 15%, Canvas); }
#apiref-panel .error { color: #b3261e; font-weight: 600; }
#apiref-panel .warning { color: #8a5a00; font-weight: 600; }
#apiref-panel .info, #apiref-panel .faint { color: color-mix(in srgb, CanvasText 65%, Canvas); }
#apiref-panel pre { margin: 2px 0; font: 12px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
#apiref-panel mark { color: inherit; background: color-mix(in srgb, #f9a825 45%, Canvas); }
@media (prefers-color-scheme: dark) {
  #apiref-panel .new { color: #4db6ac; }
  #apiref-panel .error { color: #f2b8b5; }
  #apiref-panel .warning { color: #ffd54f; }
}
@media print { #apiref-panel, #apiref-broken { display: none; } body { padding-bottom: 0; } }
`;
