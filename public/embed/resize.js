/*
 * Optional, for pages that show a chart of ours in a frame: gives each frame the height that its chart needs at the
 * frame’s present width. It reads the frame’s own data-no-but-why (“from width:height …”, in pixels) and sets the
 * frame’s height; it asks nobody for anything. Plain and unpacked, so that whoever lets it in can read it.
 */
{
  /** @param {HTMLIFrameElement} frame */
  const fit = (frame) => {
    const steps = (frame.dataset.noButWhy ?? '').split(' ').map((step) => step.split(':').map(Number));
    const [, height] = steps.findLast(([from = 0]) => from <= frame.clientWidth) ?? steps[0] ?? [];
    if (height) frame.style.height = `${height}px`;
  };
  // In the next frame, because a change within the callback is reported to the page as an error.
  const seen = new ResizeObserver((entries) => {
    requestAnimationFrame(() => {
      for (const { target } of entries) fit(/** @type {HTMLIFrameElement} */ (target));
    });
  });
  for (const frame of document.querySelectorAll('iframe[data-no-but-why]')) seen.observe(frame);
}
