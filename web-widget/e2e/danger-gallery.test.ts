/** What people see and do who are in danger, or whom somebody took who is gone, without a server. */

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faults } from './kit/axe.ts';
import { covered } from './kit/covered.ts';
import { galleryPages } from './kit/gallery.ts';

const gallery = galleryPages();

const at = (query: string, task: (page: Page) => Promise<void>): Promise<void> =>
  gallery.withPage({ viewport: { width: 390, height: 780 } }, async (page) => {
    await page.goto(`${gallery.address()}?${query}`);
    await task(page);
  });

const asked = (page: Page): Promise<string[]> => page.evaluate(() => window.asked);

describe('a visitor in danger outside Norway', () => {
  it('chooses the country, reads whom to phone there, and the choice goes nowhere', async () => {
    await at('state=talk', async (page) => {
      const links = (): Promise<string[]> => page.locator('footer a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
      expect(await links()).toEqual(['tel:113', 'tel:112', 'tel:116117']);
      expect(await page.getByRole('button', { name: 'Fare nå?' }).count()).toBe(0); // those are words
      await page.getByRole('button', { name: 'Annet land' }).click();
      const country = page.getByLabel('Hvor er du?');
      await country.selectOption({ label: 'Thailand' });
      await expect.poll(links).toEqual(['tel:1669', 'tel:191']);
      expect(await page.locator('footer').getByRole('link', { name: '191' }).innerText()).toContain('Politi');
      expect(await covered(page)).toEqual([]);
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Det er fare nå' }).click();
      await page.getByText('Vi kalte på flere her.').waitFor();
      expect((await page.getByRole('alert').locator('a').allInnerTexts()).map((text) => text.trim())).toEqual(['1669', '191']);
      await page.evaluate(() => window.go('ended-staff'));
      await page.getByRole('heading', { name: 'Samtalen er avsluttet' }).waitFor();
      await expect.poll(links).toEqual(['tel:1669', 'tel:191']);
      await country.selectOption({ label: 'Sverige' });
      expect(await page.locator('footer a').allInnerTexts()).toEqual([expect.stringMatching(/112\s+Politi, ambulanse/u)]);
      await country.selectOption({ label: 'Norge' });
      await expect.poll(links).toEqual(['tel:113', 'tel:112', 'tel:116117']);
      expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
      expect(await asked(page)).toEqual(['callForHelp']);
    });
  });
});

describe('the list of countries', () => {
  const numbers = (page: Page): Promise<string[]> => page.locator('footer a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));

  it('goes with the cover, can be had again with the choice that was made, and is forgotten when the page is emptied', async () => {
    await at('state=talk', async (page) => {
      const country = page.getByLabel('Hvor er du?');
      await page.getByRole('button', { name: 'Annet land' }).click();
      await country.selectOption({ label: 'Thailand' });
      await page.evaluate(() => window.leaveFor(2));
      await page.getByRole('heading', { name: 'Siden er skjult' }).waitFor();
      await country.waitFor({ state: 'detached' });
      expect(await page.locator('body').innerText()).not.toContain('Thailand');
      await page.getByRole('button', { name: 'Vis siden' }).click();
      await page.getByRole('log').waitFor();
      await page.getByRole('button', { name: 'Annet land' }).click();
      await expect.poll(() => country.inputValue()).toBe('TH');
      await page.evaluate(() => window.leaveFor(16));
      await page.getByRole('heading', { name: 'Siden er tømt' }).waitFor();
      await country.waitFor({ state: 'detached' });
      await expect.poll(() => numbers(page)).toEqual(['tel:113', 'tel:112', 'tel:116117']);
    });
  });
});

describe('a visitor in danger whose page was covered', () => {
  it('finds no open list of countries on the cover, and can have it there and on the emptied page', async () => {
    await at('state=talk', async (page) => {
      const other = page.getByRole('button', { name: 'Annet land' });
      const country = page.getByLabel('Hvor er du?');
      await other.click();
      await country.selectOption({ label: 'Thailand' });
      await page.evaluate(() => window.leaveFor(2));
      await page.getByRole('button', { name: 'Vis siden' }).waitFor();
      await country.waitFor({ state: 'detached' });
      expect(await other.getAttribute('aria-expanded')).toBe('false');
      await other.click();
      await country.waitFor();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Vis siden' }).click();
      await page.getByRole('log').waitFor();
      await page.evaluate(() => window.leaveFor(2));
      await page.getByRole('button', { name: 'Vis siden' }).waitFor();
      expect(await country.count()).toBe(0);
      await page.evaluate(() => window.leaveFor(20));
      await page.getByRole('heading', { name: 'Siden er tømt' }).waitFor();
      await country.waitFor({ state: 'detached' });
      await other.click();
      await country.selectOption({ label: 'Sverige' });
      await expect.poll(() => page.locator('footer a').allInnerTexts()).toEqual([expect.stringMatching(/112\s+Politi, ambulanse/u)]);
    });
  });

  it('still reads that others were called, and whom to phone', async () => {
    await at('state=talk', async (page) => {
      await page.getByRole('button', { name: 'Det er fare nå' }).click();
      await page.getByText('Vi kalte på flere her.').waitFor();
      await page.evaluate(() => window.leaveFor(2));
      await page.getByRole('button', { name: 'Vis siden' }).click();
      await page.getByRole('log').waitFor();
      await page.getByText('Vi kalte på flere her.').waitFor({ timeout: 10_000 });
      expect(await asked(page)).toEqual(['callForHelp']);
    });
  });
});

describe('a visitor whose danger is known in the line', () => {
  it.each([
    ['nb', 'Du er nummer 2 i køen', 'du kommer før dem som ikke er i fare', /først/u],
    ['en', 'You are number 2 in line', 'you come before those who are not in danger', /first/u],
  ] as const)('reads nothing that is untrue for the second of them: %s', async (language, title, known, untrue) => {
    await at(`state=waiting-danger&lang=${language}`, async (page) => {
      await page.getByRole('heading', { name: title }).waitFor();
      await page.getByText(known).waitFor();
      expect(await page.locator('main').innerText()).not.toMatch(untrue);
    });
  });
});

describe('a visitor whose ring was refused', () => {
  const DANGER = 'Det er fare nå. Jeg må få hjelp først';

  it('at a full line rings once more as somebody in danger: places are kept for them', async () => {
    await at('state=refused-full', async (page) => {
      await page.getByRole('button', { name: DANGER }).click();
      expect(await asked(page)).toEqual(['ring chat nb danger']);
      expect(await faults(page)).toEqual([]);
    });
  });

  it('since nobody is there is offered no help that nobody could give, unless they are rung for', async () => {
    await at('state=refused-closed', async (page) => {
      await page.getByRole('button', { name: 'Legg igjen en melding' }).waitFor();
      expect(await page.getByRole('button', { name: DANGER }).count()).toBe(0);
      await page.evaluate(() => window.go('refused-left'));
      await page.getByRole('button', { name: DANGER }).waitFor();
    });
  });
});

describe('a visitor whom somebody took who is gone before a word', () => {
  const GONE = 'Den som svarte, har ikke forbindelse nå';

  it('hears that with the focus on it, says that there is danger, and reads what came of it', async () => {
    await at('state=waiting', async (page) => {
      await page.evaluate(() => window.go('checking'));
      await page.getByRole('heading', { name: 'Noen har svart' }).waitFor();
      await page.evaluate(() => window.go('checking-alone'));
      const heading = page.getByRole('heading', { name: GONE });
      await heading.waitFor();
      await expect.poll(() => heading.evaluate((found) => found === document.activeElement)).toBe(true);
      await page.getByRole('button', { name: 'Det er fare nå' }).click();
      await page.getByText('Vi kalte på flere her.').waitFor();
      expect(await asked(page)).toContain('callForHelp');
      expect(await covered(page)).toEqual([]);
      expect(await faults(page)).toEqual([]);
      await page.evaluate(() => window.go('checking'));
      await page.getByRole('heading', { name: 'Noen har svart' }).waitFor();
    });
  });

  it('leaves a message instead, with what was written in the line, and is waited for by nobody', async () => {
    await at('state=waiting', async (page) => {
      await page.getByRole('textbox').fill('Jeg har ventet lenge');
      await page.evaluate(() => window.go('checking-alone'));
      await page.getByRole('heading', { name: GONE }).waitFor();
      await page.getByRole('button', { name: 'Legg igjen en melding' }).click();
      await expect.poll(() => page.getByRole('textbox', { name: 'Meldingen' }).inputValue()).toBe('Jeg har ventet lenge');
      expect(await asked(page)).toEqual(['leave']);
    });
  });
});
