import { barX, plot } from '@observablehq/plot';
import charts from 'charts';

for (const [i, place] of document.querySelectorAll('.plot').entries())
  place.append(
    plot({
      width: 350,
      marginLeft: 150,
      x: { domain: [0, 100] },
      y: { domain: charts[i].map(({ label }) => label) },
      marks: [barX(charts[i], { x: 'share', y: 'label' })],
    }),
  );
