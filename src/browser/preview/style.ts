/** How what a preview adds to the page looks. */
export const STYLE = `
body { padding-bottom: var(--apiref-panel-height, 0px); }
#apiref-broken { padding: 8px 16px; background: #b3261e; color: #fff; font: 14px/1.4 system-ui, sans-serif; }
#apiref-broken[hidden], #apiref-bar:not(:has(> :not([hidden]))) { display: none; }
.menu-content { max-height: calc(100vh - var(--apiref-panel-height, 0px)); }
#apiref-panel { position: fixed; z-index: 1000; inset: auto 0 0 0; max-height: 33vh; display: flex; flex-direction: column;
  background: var(--bg-color, Canvas); color: var(--text-color-primary, CanvasText); border-top: 1px solid GrayText; box-shadow: 0 -2px 8px #0003;
  font: 13px/1.5 system-ui, sans-serif; }
#apiref-panel > header { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; padding: 6px 16px; }
#apiref-panel > ol { margin: 0; padding: 0 16px 12px; overflow-y: auto; list-style: none; }
#apiref-panel[data-closed] > ol { display: none; }
#apiref-panel button { font: inherit; padding: 0 8px; color: inherit; background: none; border: 1px solid GrayText; border-radius: 4px; cursor: pointer; }
#apiref-panel button.link { padding: 0; border: 0; text-decoration: underline; text-align: left; }
#apiref-panel button[aria-pressed=true] { background: Highlight; color: HighlightText; }
#apiref-panel .new { color: color-mix(in srgb, #00897b 70%, var(--text-color-primary, CanvasText)); font-weight: 600; }
#apiref-panel li { padding: 6px 0 6px 10px; border-top: 1px solid color-mix(in srgb, currentColor 15%, transparent); border-left: 4px solid transparent;
  content-visibility: auto; contain-intrinsic-height: auto 80px; }
#apiref-panel li[data-new] { border-left-color: #00897b; }
#apiref-panel li[aria-current] { background: color-mix(in srgb, Highlight 15%, transparent); }
#apiref-panel .error { color: color-mix(in srgb, #d32f2f 70%, var(--text-color-primary, CanvasText)); font-weight: 600; }
#apiref-panel .warning { color: color-mix(in srgb, #b26a00 70%, var(--text-color-primary, CanvasText)); font-weight: 600; }
#apiref-panel .info, #apiref-panel .faint { color: color-mix(in srgb, currentColor 65%, transparent); }
#apiref-panel pre { margin: 2px 0; font: 12px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
#apiref-panel mark { color: inherit; background: color-mix(in srgb, #f9a825 45%, transparent); }
@media print { #apiref-panel, #apiref-broken { display: none; } body { padding-bottom: 0; } }
`;
