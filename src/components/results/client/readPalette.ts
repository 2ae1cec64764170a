import { variables, type Palette } from '../../../charts/canvas/theme.ts';

/**
 * The colours of the page as it stands: light or dark, with more contrast, or the system’s own. A canvas knows no
 * variables, so each is read from an element that has it.
 */
export function readPalette(place: HTMLElement): Palette {
  const probe = document.createElement('i');
  // Otherwise forced colours would answer with the colour of text, whatever was asked.
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.hidden = true;
  place.append(probe);
  const seen = getComputedStyle(probe);
  const colours = Object.entries(variables).map(([name, variable]) => {
    probe.style.color = variable;
    return [name, seen.color];
  });
  probe.remove();
  return Object.fromEntries(colours) as Palette;
}
