import type { Screen, ScreenName } from '../../src-main/contract/screen.ts';

/** What a screen component is handed: its own variant of `Screen`. */
export interface ScreenProps<Name extends ScreenName> {
  readonly screen: Extract<Screen, { readonly name: Name }>;
}
