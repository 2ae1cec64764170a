export default (config) => {
  config.addGlobalData('layout', 'essay.liquid');
};

export const config = { dir: { input: 'essays', includes: '../layouts', output: 'dist' } };
