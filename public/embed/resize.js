/*
 * Optional, for pages that embed our charts: sets the height of each frame to what its chart needs at the frame’s width.
 * It reads data-no-but-why (“width:height …”, in pixels), interpolates, and sends nothing. Not minified, to be read.
 */
{
  /** @param {HTMLIFrameElement} frame */
  const fit = (frame) => {
    const width = Math.floor(frame.getBoundingClientRect().width);
    const known = (frame.dataset.noButWhy ?? '').split(' ').map((pair) => pair.split(':').map(Number));
    const [left = 0, from = 0] = known.filter(([at = 0]) => at <= width).pop() ?? known[0] ?? [];
    const [right = 0, to = 0] = known.find(([at = 0]) => at >= width) ?? known.pop() ?? [];
    const way = right > left ? (width - left) / (right - left) : 0;
    if (from) frame.style.height = `${Math.ceil(from + way * (to - from))}px`;
  };
  // In the next frame, because a change within the callback is reported to the page as an error.
  const seen = new ResizeObserver((entries) => {
    requestAnimationFrame(() => {
      for (const { target } of entries) fit(/** @type {HTMLIFrameElement} */ (target));
    });
  });
  for (const frame of document.querySelectorAll('iframe[data-no-but-why]')) seen.observe(frame);
}
