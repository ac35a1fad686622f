/** Every row of an offset-paged list; a short page is not the last one by itself. */
export async function* allRows<T>(
  readPage: (page: number) => Promise<{ rows: readonly T[]; total: number }>,
): AsyncGenerator<T> {
  for (let page = 0, seen = 0; ; page += 1) {
    const { rows, total } = await readPage(page);
    yield* rows;
    seen += rows.length;
    if (rows.length === 0 || seen >= total) return;
  }
}
