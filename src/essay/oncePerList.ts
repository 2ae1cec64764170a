/** Works something out once for each list: every essay’s page asks for what is made of all essays. */
export function oncePerList<One, Made>(make: (all: readonly One[]) => Made): (all: readonly One[]) => Made {
  const known = new WeakMap<readonly One[], Made>();
  return (all) => {
    const made = known.get(all) ?? make(all);
    known.set(all, made);
    return made;
  };
}
