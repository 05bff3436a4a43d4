import type { Page } from "playwright-core";

export function navigation(page: Page): Promise<{ href: string; text: string }[]>;
export function lookAt(
  page: Page,
  href: string,
): Promise<{ heading: string; inView: boolean; samples: string[] } | undefined>;
