/** How the parts of the page look that Redoc does not draw, in its own colours. */
export const STYLE = `body { margin: 0; background: var(--bg-color, Canvas); color: var(--text-color-primary, CanvasText); font-family: system-ui, sans-serif; }
#apiref-bar { position: sticky; top: 0; z-index: 30; display: flex; flex-wrap: wrap; align-items: center; gap: 0 12px; padding: 8px 16px; border-bottom: 1px solid var(--border-color-secondary, GrayText); background: var(--bg-color, Canvas); font-size: 14px; }
#apiref-bar:empty { display: none; }
#apiref-bar select { margin-left: 4px; padding: 3px 6px; border: 1px solid var(--border-color-primary, GrayText); border-radius: 6px; background: var(--bg-color, Canvas); color: inherit; font: inherit; }
#apiref-page .not-found-page a { color: var(--link-color-primary, LinkText); }
#apiref-page { --h1-font-size: 28px; --h2-font-size: 24px; }
#apiref-page > noscript { display: block; max-width: 40em; margin: 2em auto; padding: 0 1em; }
#apiref-page [data-testid=items-navigation-list] a span { flex-wrap: wrap; justify-content: flex-start; white-space: normal; text-align: left; }
#apiref-page .apiref-path { flex: 1 0 100%; font-size: 12px; color: var(--text-color-secondary, GrayText); overflow-wrap: anywhere; white-space: normal; text-align: left; }
#apiref-footer { padding: 16px 32px; border-top: 1px solid var(--border-color-secondary, GrayText); font-size: 13px; color: var(--text-color-secondary, GrayText); }
#apiref-footer a { color: inherit; }
@media print {
  #apiref-bar { position: static; }
  #apiref-bar label { display: none; }
  .menu-content, #apiref-page button, #apiref-page [data-testid=page-actions] { display: none !important; }
  #apiref-page * { content-visibility: visible !important; }
  #apiref-page .apiref-code { margin: 12px 0 4px; font-weight: 600; break-after: avoid; }
  #apiref-page .apiref-example { margin: 12px 16px 4px; font-weight: 600; break-after: avoid; }
  #apiref-page [data-component-name="Panel/Panel"], #apiref-page pre { position: static !important; max-height: none !important; overflow: visible !important; }
  #apiref-page pre, #apiref-page pre * { white-space: pre-wrap !important; overflow-wrap: anywhere; }
}
`;
