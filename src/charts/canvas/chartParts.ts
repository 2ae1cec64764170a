import {
  BarController,
  BarElement,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
} from 'chart.js';

/** Chart.js with the parts that our forms need and no other, for Node and, in the benchmark, for a browser. */
Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  ScatterController,
);

export { Chart };
