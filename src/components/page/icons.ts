/** Icons for home screens, each a square PNG at the root of the site. */
export const icons = [
  // iOS asks for one of this size and name: https://developer.apple.com/design/human-interface-guidelines/app-icons
  { name: 'apple-touch-icon', size: 180 },
  { name: 'icon-192', size: 192 },
  { name: 'icon-512', size: 512 },
] as const;
