import type { Scale } from 'chart.js';

/**
 * An axis that counts pixels and is not seen. Chart.js works out ticks also for axes that it does not draw, and makes a
 * number format for their labels: a third of all work where a picture is drawn on a phone.
 */
export const pixelAxis = (max: number) => ({
  type: 'linear' as const,
  min: 0,
  max,
  display: false,
  ticks: { display: false },
  afterBuildTicks: (axis: Scale): void => {
    axis.ticks = [];
  },
});
