import type { ElectronApplication } from 'playwright-core';

/** Asks the page through the main process: the test driver itself gets over neither its death nor a denied journey. */
export function askPage(app: ElectronApplication, expression: string): Promise<unknown> {
  return app.evaluate(async ({ BrowserWindow }, code) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return 'not there';
    const answer = contents.executeJavaScript(code, true).then(
      (value: unknown) => value,
      () => 'not drawn',
    );
    // A page that dies with the question never answers it.
    const late = new Promise((resolve) => setTimeout(() => resolve('no answer'), 1000));
    return Promise.race([answer, late]);
  }, expression);
}

/** The id of the screen that is drawn, as an expression to ask the page. */
export const shownScreen = `document.querySelector('[data-testid^="screen-"]').getAttribute('data-testid')`;

/** The page's process dies. */
export async function killPage(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
}
