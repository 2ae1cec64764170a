/** The questions of each screen, in order: one, or with it the one after it that shares its screen. */
export const screensOf = <Asked extends { readonly sharesScreen?: true | undefined }>(
  questions: readonly Asked[],
): readonly (readonly [Asked, ...Asked[]])[] =>
  questions.reduce<[Asked, ...Asked[]][]>((screens, question) => {
    const last = screens.at(-1);
    if (question.sharesScreen === true && last !== undefined) last.push(question);
    else screens.push([question]);
    return screens;
  }, []);
