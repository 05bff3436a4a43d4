import { drawn } from "./browser.mjs";

/**
 * Opens all tags in the navigation and gives its links.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<{ href: string, text: string }[]>}
 */
export function navigation(page) {
  return page.evaluate(async () => {
    const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
    const links = () => [...document.querySelectorAll(".menu-content a[href^='#/']")];
    const tags = links().map((link) => link.getAttribute("href"));
    const seen = new Map();
    for (const tag of tags) {
      links()
        .find((link) => link.getAttribute("href") === tag)
        ?.click();
      // a busy machine takes its time; a chapter without operations has nothing to open
      for (
        let tries = 0;
        !links().some((link) => link.getAttribute("href").startsWith(`${tag}/`)) && tries < 150;
        tries++
      )
        await wait(20);
      for (const link of links()) seen.set(link.getAttribute("href"), link.textContent);
    }
    return [...seen].map(([href, text]) => ({ href, text }));
  });
}

/**
 * Goes to an operation by its address, and gives what is seen of it.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} href `#/tag/operation`
 * @returns {Promise<{ heading: string, inView: boolean, samples: string[] } | undefined>} undefined where it is not there
 */
export async function lookAt(page, href) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, href.slice(1));
  await drawn(page);
  return page.evaluate(
    async (id) => {
      const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
      const find = () =>
        document.querySelector(`[data-section-id="/${CSS.escape(id)}"], [id="${CSS.escape(id)}"]`);
      for (let tries = 0; find() === null && tries < 60; tries++) await wait(50);
      if (find() === null) return undefined;
      const heading = () => find()?.querySelector("h1, h2") ?? undefined;
      const isInView = () => {
        const { top } = heading()?.getBoundingClientRect() ?? { top: -1 };
        return top >= 0 && top < innerHeight;
      };
      // Redoc itself goes to the place that the address names, and draws it when it is near.
      for (let tries = 0; !isInView() && tries < 60; tries++) await wait(50);
      const inView = isInView();
      const section = find();
      for (
        let tries = 0;
        section.querySelector("[data-testid=right-panel] *") === null && tries < 20;
        tries++
      )
        await wait(50);
      const samples = new Set();
      const click = async (element) => {
        element.click();
        await wait(25);
      };
      const read = async () => {
        // long texts are cut off
        for (const button of section.querySelectorAll("[data-testid=source-code] button"))
          if (button.textContent === "Show more") await click(button);
        for (const code of section.querySelectorAll("[data-testid=source-code]"))
          samples.add(code.textContent.replaceAll("Show less", ""));
      };
      const menu = () => [...document.querySelectorAll("[data-testid=dropdown-menu] [role=menuitem]")];
      /** Opens the menu of a button; a busy machine takes its time. */
      const opened = async (button) => {
        for (let tries = 0; menu().length === 0 && tries < 40; tries++)
          if (tries % 20 === 0) await click(button);
          else await wait(25);
        return menu();
      };
      /** Each of a panel's examples. */
      const examples = async (panel) => {
        await read();
        const button = () => panel.querySelector("button[aria-haspopup=menu]");
        if (!button()) return;
        const count = (await opened(button())).length;
        for (let index = 0; index < count; index++) {
          const item = (await opened(button()))[index];
          if (item === undefined) return; // what is not read is missed by whoever compares
          await click(item);
          await read();
        }
      };
      for (const panel of section.querySelectorAll(
        "[data-testid=right-panel] [data-component-name='Panel/Panel']",
      )) {
        const codes = [...panel.querySelectorAll("button")].filter((button) =>
          /^(?:\dXX|\d{3})$/.test(button.textContent.trim()),
        );
        for (const code of codes.length === 0 ? [undefined] : codes) {
          if (code !== undefined) await click(code);
          await examples(panel);
        }
      }
      return { heading: heading()?.textContent ?? "", inView, samples: [...samples] };
    },
    decodeURIComponent(href.slice(2)),
  );
}
