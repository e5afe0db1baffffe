import { useEffect, useRef } from 'preact/hooks';

/** A new screen is announced by its heading, but only when the person is in this page and not in the one around it. */
export function useHeadingFocus(screen: string): void {
  const before = useRef(screen);
  useEffect(() => {
    const moved = before.current !== screen && before.current !== 'loading';
    before.current = screen;
    if (moved && document.hasFocus()) document.querySelector('h1')?.focus({ preventScroll: false });
  }, [screen]);
}
