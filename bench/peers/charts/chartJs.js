import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import charts from 'charts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

for (const [i, plot] of document.querySelectorAll('.plot').entries()) {
  const canvas = document.createElement('canvas');
  plot.append(canvas);
  new Chart(canvas, {
    type: 'bar',
    data: {
      labels: charts[i].map(({ label }) => label),
      datasets: [{ data: charts[i].map(({ share }) => share), backgroundColor: 'steelblue' }],
    },
    options: { indexAxis: 'y', animation: false, maintainAspectRatio: false, scales: { x: { max: 100 } } },
  });
}
