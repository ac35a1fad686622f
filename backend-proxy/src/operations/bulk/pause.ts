/** Waits, or until the signal is aborted. */
export function pause(seconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    stop.addEventListener('abort', end);
    if (stop.aborted) end();
  });
}
