/** Every screen, without a server: accessibility, keyboard, small and large displays. */

import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LETTER_STATES, type LetterStateName } from './gallery/letter-states.ts';
import { STATES, type StateName } from './gallery/states.ts';
import { COLOURS_ONLY, faults } from './kit/axe.ts';
import { covered } from './kit/covered.ts';
import { galleryPages } from './kit/gallery.ts';
import { shift } from './kit/shift.ts';

const NAMES = Object.keys(STATES) as StateName[];
const LETTERS = Object.keys(LETTER_STATES) as LetterStateName[];
const LOOKS = [
  ['ltr', ''],
  ['rtl', ''],
  ['ltr', '200%'],
] as const;
const PHONE = { width: 360, height: 640 };
const LYING = { width: 740, height: 360 };

const gallery = galleryPages();

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${gallery.address()}?${query}`);
  await page.locator('.app').waitFor();
}

/** Visits every state in one page, as fast as screens change. */
async function each(page: Page, language: string, task: (name: string) => Promise<void>): Promise<void> {
  await open(page, `state=talk&lang=${language}`);
  for (const name of NAMES) {
    await page.evaluate((next) => window.go(next), name);
    await page.locator(`.app-${STATES[name].kind}`).waitFor();
    await task(name);
  }
  for (const name of LETTERS) {
    await page.evaluate((next) => window.goLetters(next), name);
    await task(name);
  }
}

const withPage = (look: BrowserContextOptions, task: (page: Page) => Promise<void>): Promise<void> =>
  gallery.withPage({ viewport: PHONE, reducedMotion: 'reduce', ...look }, task);

const asked = (page: Page): Promise<string[]> => page.evaluate(() => window.asked);
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

describe('every screen', () => {
  it('has no fault that axe finds, light', async () => {
    await withPage({ colorScheme: 'light' }, async (page) => {
      await each(page, 'nb', async (name) => expect(await faults(page), name).toEqual([]));
      await open(page, 'state=talk&away=2');
      expect(await faults(page), 'covered').toEqual([]);
      await open(page, 'state=talk&away=20');
      expect(await faults(page), 'emptied').toEqual([]);
    });
  }, 240_000);

  it('has no fault in its colours that axe finds, dark', async () => {
    await withPage({ colorScheme: 'dark' }, async (page) => {
      await each(page, 'en', async (name) => expect(await faults(page, COLOURS_ONLY), name).toEqual([]));
      await open(page, 'state=talk&away=2');
      expect(await faults(page, COLOURS_ONLY), 'covered').toEqual([]);
      await open(page, 'state=talk&away=20');
      expect(await faults(page, COLOURS_ONLY), 'emptied').toEqual([]);
    });
  }, 240_000);

  it('never scrolls sideways: on a phone, at 400 % zoom, with large text, written from the right', async () => {
    const widths = [PHONE, { width: 320, height: 256 }, { width: 1280, height: 800 }];
    for (const viewport of widths) {
      await withPage({ viewport }, async (page) => {
        await each(page, 'nb', async (name) => {
          const over = await page.evaluate((looks) => {
            const { documentElement: root } = document;
            return looks.map(([dir, fontSize]) => {
              root.dir = dir;
              root.style.fontSize = fontSize;
              return root.scrollWidth - window.innerWidth;
            });
          }, LOOKS);
          for (const [at, [dir, fontSize]] of LOOKS.entries()) {
            expect(over[at], `${name} at ${viewport.width}, ${dir}, ${fontSize}`).toBeLessThanOrEqual(0);
          }
        });
      });
    }
  }, 240_000);

  it('offers targets of at least 44 by 44 pixels', async () => {
    await withPage({}, async (page) => {
      await each(page, 'nb', async (name) => {
        const small = await page
          .locator('button, select, textarea, .choice, .tickbox, footer a, a.main')
          .evaluateAll((targets) =>
            targets
              .map((target) => ({ text: target.textContent, box: target.getBoundingClientRect() }))
              .filter(({ box }) => box.width < 44 || box.height < 44)
              .map(({ text, box }) => `${text}: ${box.width} × ${box.height}`),
          );
        expect(small, name).toEqual([]);
      });
    });
  }, 120_000);

  it('puts nothing over a button: on a phone, upright and lying, and at 400 % zoom', async () => {
    for (const viewport of [PHONE, LYING, { width: 320, height: 256 }]) {
      await withPage({ viewport, hasTouch: true }, async (page) => {
        await each(page, 'nb', async (name) => {
          expect(await covered(page), `${name} at ${viewport.width}`).toEqual([]);
        });
      });
    }
  }, 240_000);

  it('begins with the way out, shows the emergency numbers and has one heading', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=talk');
      const begins = [...NAMES.map((name) => `state=${name}`), ...LETTERS.map((name) => `state=start-closed&letters=${name}`)];
      for (const query of begins) {
        await page.evaluate((next) => window.begin(next), query);
        await page.locator('h1').waitFor();
        await page.keyboard.press('Tab');
        expect(await focused(page), query).toBe('Forlat siden');
        expect(await page.locator('h1').count(), query).toBe(1);
        expect(await page.getByRole('link', { name: '113' }).isVisible(), query).toBe(true);
      }
    });
  }, 120_000);

  it('says nothing in its title about what it is', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=start-open');
      await expect.poll(() => page.title()).toBe('Chat');
    });
  });
});

describe('with the keyboard', () => {
  it('the way out ends the visit, blanks the page and leads away', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=talk');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => asked(page)).toEqual(['vanish', 'away https://www.yr.no/']);
      await expect.poll(() => page.locator('body').innerText()).toBe('');
    });
  });

  it('three presses of Shift do the same, also while writing', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=talk');
      await page.getByRole('textbox').focus();
      await shift(page);
      await expect.poll(() => asked(page)).toEqual(['vanish', 'away https://www.yr.no/']);
      await expect.poll(() => page.locator('body').innerText()).toBe('');
    });
  });

  it('one key rings in the chosen language', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=start-open');
      await page.getByRole('button', { name: 'Skriv med oss' }).press('Enter');
      await page.getByLabel('Jeg vil skrive på').selectOption('es');
      await page.getByRole('button', { name: 'Skriv med oss' }).press('Space');
      await expect.poll(() => asked(page)).toEqual(['ring chat nb', 'ring chat es']);
    });
  });

  it('a new screen takes the focus to its heading, and text written while waiting is there to be sent', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=waiting');
      await page.getByRole('textbox').fill('Jeg lurer på noe');
      await page.evaluate(() => window.go('talk-new'));
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        'Du skriver med Kari',
      );
      await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('Jeg lurer på noe');
      await page.getByRole('textbox').press('Enter');
      await expect.poll(() => asked(page)).toEqual(['send Jeg lurer på noe']);
      await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('');
    });
  });

  it('an identity number is asked about before it is sent, and the harmless answer has the focus', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=talk');
      const field = page.getByRole('textbox');
      await field.fill('Jeg er 311299 56715');
      await field.press('Enter');
      await page.getByRole('alertdialog').waitFor();
      await expect.poll(() => focused(page)).toBe('Endre');
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0);
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
      expect(await asked(page)).toEqual([]);
      await field.press('Enter');
      await expect.poll(() => focused(page)).toBe('Endre');
      await page.getByRole('button', { name: 'Send likevel' }).press('Enter');
      await expect.poll(() => asked(page)).toEqual(['send Jeg er 311299 56715']);
    });
  });

  it('leaving is asked about once, and staying is one key away', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=talk');
      await page.getByRole('button', { name: 'Avslutt' }).press('Enter');
      await expect.poll(() => focused(page)).toBe('Nei, fortsett');
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0);
      await page.getByRole('button', { name: 'Avslutt' }).press('Enter');
      await expect.poll(() => focused(page)).toBe('Nei, fortsett');
      await page.getByRole('button', { name: 'Ja, avslutt' }).press('Enter');
      await expect.poll(() => asked(page)).toEqual(['leave']);
    });
  });

  it('typing is shown to the other side only after the visitor turned it on', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=talk');
      await page.getByRole('textbox').pressSequentially('ab');
      expect(await asked(page)).toEqual([]);
      await page.getByRole('button', { name: 'Innstillinger' }).press('Enter');
      await page.getByLabel('Vis den andre når jeg skriver').press('Space');
      expect(await faults(page)).toEqual([]);
      await page.getByRole('textbox').pressSequentially('c');
      await expect.poll(() => asked(page)).toEqual(['typing']);
    });
  });
});

describe('what a person sees', () => {
  it('a refused message stays in the field, with a sentence', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=talk&send=no');
      await page.getByRole('textbox').fill('Hei');
      await page.getByRole('button', { name: 'Send' }).click();
      await expect.poll(() => page.getByText('Meldingen kunne ikke sendes nå').isVisible()).toBe(true);
      await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('Hei');
    });
  });

  it('the lock follows what is true, not what was promised', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=talk-new');
      await expect.poll(() => page.getByText('Låses med første melding').isVisible()).toBe(true);
      await expect.poll(() => page.getByText('1 person kan lese dette').isVisible()).toBe(true);
      await page.evaluate(() => window.go('talk-two'));
      await expect.poll(() => page.getByText('Låst mellom dere').isVisible()).toBe(true);
      await expect.poll(() => page.getByText('2 personer kan lese dette').isVisible()).toBe(true);
    });
  });

  it('somebody who reads further up is not pulled away by a new message', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=talk-long');
      const log = page.getByRole('log');
      const atEnd = (): Promise<boolean> => log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight < 5);
      await expect.poll(() => atEnd()).toBe(true);
      await log.evaluate((box) => {
        box.scrollTop = 0;
      });
      await page.evaluate(() => new Promise(requestAnimationFrame));
      await page.evaluate(() => window.go('talk-longer'));
      await page.getByRole('button', { name: 'Ny melding' }).click();
      await expect.poll(atEnd).toBe(true);
    });
  });

  it('the settings of a chat begin with the code to come back with and *delete now*, in reach on a small phone', async () => {
    await withPage({ viewport: PHONE }, async (page) => {
      await open(page, 'state=talk');
      await page.getByRole('button', { name: 'Innstillinger' }).click();
      const panel = page.locator('.settings');
      const first = panel.locator('button, input');
      await expect.poll(() => first.nth(0).textContent()).toBe('Få en kode å komme tilbake med');
      expect(await first.nth(1).textContent()).toBe('Slett alt nå');
      const bottom = await panel.evaluate((box) => box.getBoundingClientRect().bottom);
      for (const button of [first.nth(0), first.nth(1)]) {
        expect(await button.evaluate((each) => each.getBoundingClientRect().bottom)).toBeLessThanOrEqual(bottom);
      }
      expect(await covered(page)).toEqual([]);
    });
  });

  it('files that wait, the warning before one is sent and the settings leave the numbers free on a small phone', async () => {
    await withPage({ viewport: PHONE }, async (page) => {
      await open(page, 'state=talk-files');
      await page.getByText('Ikke sendt: vi fikk ikke kontakt.').waitFor();
      await page.evaluate(() => window.go('talk-reconnecting'));
      expect(await covered(page)).toEqual([]);
      await open(page, 'state=talk');
      const sound = { name: 'a.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('ID3') };
      await page.locator('input[type=file]').setInputFiles(sound);
      const warning = page.getByText('Filen sendes som den er');
      await warning.waitFor();
      const hit = await warning.evaluate((words) => {
        const { left, bottom } = words.getBoundingClientRect();
        return words.contains(document.elementFromPoint(left + 4, bottom - 4));
      });
      expect(hit).toBe(true);
      await page.getByRole('button', { name: 'Innstillinger' }).click();
      expect(await covered(page)).toEqual([]);
    });
  });

  it('what was said can be read once more after the end, and is gone with the next start', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=ended-staff');
      await expect.poll(() => page.getByText('Hei! Jeg heter Kari').count()).toBe(0);
      await page.getByRole('button', { name: 'Vis det som ble sagt' }).click();
      await expect.poll(() => page.getByText('Hei! Jeg heter Kari').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Tilbake til start' }).click();
      await expect.poll(() => asked(page)).toEqual(['vanish', 'reload']);
      await expect.poll(() => page.locator('body').innerText()).toBe('');
    });
  });

  it('everything is deleted after one question, which Escape takes back', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=ended-staff');
      await page.getByRole('button', { name: 'Slett alt nå' }).click();
      await page.getByRole('button', { name: 'Nei, behold' }).and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Slett alt nå' }).click();
      await page.getByRole('button', { name: 'Ja, slett' }).click();
      await expect.poll(() => asked(page)).toEqual(['erase']);
      await open(page, 'state=ended-staff&erase=no');
      await page.getByRole('button', { name: 'Slett alt nå' }).click();
      await page.getByRole('button', { name: 'Ja, slett' }).click();
      await expect.poll(() => page.getByText('Det gikk ikke å slette nå').isVisible()).toBe(true);
    });
  });

  it('a page left alone is covered, and emptied later', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=talk&away=2');
      await expect.poll(() => page.getByText('Kari').count()).toBe(0);
      await page.getByRole('button', { name: 'Vis siden' }).click();
      await expect.poll(() => page.getByRole('log').isVisible()).toBe(true);
      await open(page, 'state=talk&away=20');
      await expect.poll(() => page.getByRole('heading', { name: 'Siden er tømt' }).isVisible()).toBe(true);
      await expect.poll(() => asked(page)).toEqual(['vanish']);
    });
  });

  it('the breathing exercise moves only for those who want movement', async () => {
    await withPage({ reducedMotion: 'reduce' }, async (page) => {
      await open(page, 'state=waiting');
      await page.getByRole('button', { name: 'Prøv en rolig pusteøvelse' }).click();
      await expect.poll(() => page.locator('.light').evaluate((light) => getComputedStyle(light).transitionDuration)).toBe('0s');
      expect(await faults(page)).toEqual([]);
    });
  });

  it('the language changes at once, with the page’s own language tag', async () => {
    await withPage({}, async (page) => {
      await open(page, 'state=start-closed');
      await page.getByLabel('Språk').selectOption('en');
      await expect.poll(() => page.getByRole('heading', { name: 'We are closed now' }).isVisible()).toBe(true);
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en-GB');
      await expect.poll(() => page.getByText('We open again on Tuesday at 18:00.').isVisible()).toBe(true);
    });
  });

  it('a device that keeps another time is told whose time it is', async () => {
    await withPage({ timezoneId: 'Asia/Bangkok' }, async (page) => {
      await open(page, 'state=start-closed&lang=en');
      await expect.poll(() => page.getByText('We open again on Tuesday at 18:00 Norwegian time.').isVisible()).toBe(true);
    });
  });
});
