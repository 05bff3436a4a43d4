/** How the parts of the page look that Redoc does not draw, in its own colours. */
export const STYLE = `body { margin: 0; background: var(--bg-color, Canvas); color: var(--text-color-primary, CanvasText); font-family: system-ui, sans-serif; }
#apiref-bar:empty { display: none; }
#apiref-page > noscript { display: block; max-width: 40em; margin: 2em auto; padding: 0 1em; }
#apiref-footer { padding: 1em 2em; border-top: 1px solid var(--border-color-secondary, GrayText); font-size: 13px; color: var(--text-color-secondary, GrayText); }
#apiref-footer a { color: inherit; }
`;
