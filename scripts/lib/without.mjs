/** The texts of a list that another list has not, as often as it has more of them. @param {readonly string[]} texts @param {readonly string[]} others */
export function withoutThose(texts, others) {
  const left = [...others];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
