import { afterEach, describe, expect, it, vi } from 'vitest';
import { fewerItems, fitScreen, unfitScreen } from '../../../src-renderer/fit-screen.ts';

/** A window that knows nothing but how high its screen and how low its uppermost button is, both by type and lift. */
class FakePage extends EventTarget {
  readonly style = new FakeStyle();
  readonly documentElement: { style: FakeStyle; dataset: { modes: string } };
  readonly height: number;
  /** Of all that the screen shows, in ems of its type. */
  contentEms: number;
  /** Upper edge of the uppermost button without any lift (CSS pixels). */
  readonly touchTop: number;

  constructor(page: { modes: string; height: number; contentEms: number; touchTop: number }) {
    super();
    this.documentElement = { style: this.style, dataset: { modes: page.modes } };
    this.height = page.height;
    this.contentEms = page.contentEms;
    this.touchTop = page.touchTop;
    vi.stubGlobal('document', this);
    vi.stubGlobal('innerHeight', page.height);
    vi.stubGlobal('innerWidth', 1080);
  }

  querySelectorAll(selector: string): readonly object[] {
    return selector === '#root button' ? [this.#button()] : [this.#zone()];
  }

  /** What is centred moves only half of the way. */
  #button(): object {
    return { getBoundingClientRect: () => ({ width: 100, top: this.touchTop + this.style.lift / 2 }) };
  }

  #zone(): object {
    return {
      scrollHeight: this.contentEms * this.style.size + this.style.lift,
      clientHeight: this.height,
      scrollWidth: 0,
      clientWidth: 0,
    };
  }
}

class FakeStyle {
  fontSize = '';
  #properties = new Map<string, string>();

  get size(): number {
    return Number.parseFloat(this.fontSize);
  }

  get lift(): number {
    return Number.parseFloat(this.#properties.get('--lift') ?? '0');
  }

  setProperty(name: string, value: string): void {
    this.#properties.set(name, value);
  }

  removeProperty(name: string): void {
    if (name === 'font-size') this.fontSize = '';
    this.#properties.delete(name);
  }
}

afterEach(() => {
  unfitScreen();
  vi.unstubAllGlobals();
});

describe('larger type', () => {
  const page = { modes: 'large-type', height: 1920, touchTop: 1200 };

  it('is as large as can be while nothing is cut', () => {
    const { style } = new FakePage({ ...page, contentEms: 48 });
    fitScreen('pix');
    expect(style.fontSize).toBe('40px');
  });

  it('gives way to long texts', () => {
    const { style } = new FakePage({ ...page, contentEms: 53 });
    fitScreen('invoices');
    expect(style.fontSize).toBe('36px');
  });

  it('does not grow back while somebody reads the same screen, but does on the next', () => {
    const fake = new FakePage({ ...page, contentEms: 53 });
    fitScreen('invoices');
    fake.contentEms = 40;
    fitScreen('invoices');
    expect(fake.style.fontSize).toBe('36px');
    fitScreen('pix');
    expect(fake.style.fontSize).toBe('40px');
  });

  it('asks lists for fewer items where even the usual size is too large, and measures afresh then', () => {
    const fake = new FakePage({ ...page, contentEms: 70 });
    const asked = vi.fn((event: Event) => event.preventDefault());
    fake.addEventListener(fewerItems, asked);
    fitScreen('invoices');
    expect(asked).toHaveBeenCalledOnce();
    expect(fake.style.fontSize).toBe('32px');
    fake.contentEms = 48;
    fitScreen('invoices');
    expect(asked).toHaveBeenCalledOnce();
  });

  it('leaves nothing behind when it is switched off', () => {
    const { style } = new FakePage({ ...page, contentEms: 48 });
    fitScreen('pix');
    unfitScreen();
    expect([style.fontSize, style.lift]).toEqual(['', 0]);
  });
});

describe('low reach', () => {
  it('pushes everything to touch into the lower half', () => {
    const { style } = new FakePage({ modes: 'low-reach', height: 1920, touchTop: 700, contentEms: 40 });
    fitScreen('menu');
    expect(700 + style.lift / 2).toBeGreaterThanOrEqual(958);
  });

  it('pushes nothing that is there already', () => {
    const { style } = new FakePage({ modes: 'low-reach', height: 1920, touchTop: 1000, contentEms: 40 });
    fitScreen('document');
    expect(style.lift).toBe(0);
  });

  it('changes nothing on a screen so low that all of it is within reach', () => {
    const { style } = new FakePage({ modes: 'low-reach', height: 800, touchTop: 100, contentEms: 20 });
    fitScreen('document');
    expect(style.lift).toBe(0);
  });
});
