import charts from 'charts';
import embed from 'vega-embed';

for (const [i, plot] of document.querySelectorAll('.plot').entries())
  embed(
    plot,
    {
      data: { values: charts[i] },
      width: 200,
      mark: 'bar',
      encoding: {
        x: { field: 'share', type: 'quantitative', scale: { domain: [0, 100] } },
        y: { field: 'label', type: 'nominal', sort: null },
      },
    },
    { actions: false },
  );
