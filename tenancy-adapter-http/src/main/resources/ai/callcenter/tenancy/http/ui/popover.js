/**
 * For `beforetoggle`: gives the focus back to the button when its panel closes with the focus in it. Browsers do so by
 * themselves, but not Chromium where both are in a shadow root.
 *
 * @param {ToggleEvent} event
 */
export function giveFocusBack({ target: panel, newState }) {
  const root = panel.getRootNode();
  if (newState === 'closed' && panel.contains(root.activeElement)) {
    root.querySelector('#button').focus();
  }
}
