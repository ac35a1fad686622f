/**
 * Has the person choose a file. Call it from a click: browsers refuse otherwise. Never resolves if they choose none.
 * @param accept - The kinds of files that are offered: `.csv,text/csv`.
 */
export function pickFile(accept: string): Promise<File> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) resolve(file);
    });
    input.click();
  });
}
