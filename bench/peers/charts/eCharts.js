import charts from 'charts';
import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, CanvasRenderer]);

for (const [i, plot] of document.querySelectorAll('.plot').entries())
  init(plot).setOption({
    animation: false,
    xAxis: { type: 'value', max: 100 },
    yAxis: { type: 'category', inverse: true, data: charts[i].map(({ label }) => label) },
    series: [{ type: 'bar', data: charts[i].map(({ share }) => share) }],
  });
