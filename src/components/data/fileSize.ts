/** The size of a file as people read it: “812 bytes”, “41 kB”, “1.3 MB” (a kB is 1,000 bytes). */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  // 999.5 kB and more would be written as “1000 kB”.
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
