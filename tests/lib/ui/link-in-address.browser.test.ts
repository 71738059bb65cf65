import { afterEach, expect, it } from 'vitest';
import { takenLink, takeLink } from '#lib/ui/link-in-address.ts';

const before = location.href;

afterEach(() => history.replaceState(null, '', before));

it('leaves nothing of a link in the address bar at once, and keeps the place of the router', () => {
  history.replaceState({ place: 3 }, '', '/s#1.abc.def');
  takeLink();
  expect(location.href).toBe(`${location.origin}/s`);
  expect(history.state).toEqual({ place: 3 });
  expect(takenLink()).toBe('#1.abc.def');
});

it('leaves other addresses alone', () => {
  history.replaceState(null, '', '/w/abc?s=p1#1.abc.def');
  takeLink();
  expect(location.hash).toBe('#1.abc.def');
});
