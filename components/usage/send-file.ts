export type Sent = {
  readonly fileId: string;
  readonly takenBefore: { readonly name: string; readonly receivedAt: string } | null;
};

/** Sends a file as it is, and says how many of its bytes have left; `fetch` cannot tell that yet. */
export function sendFile(
  file: File,
  sourceId: string,
  onProgress: (sent: number) => void,
): Promise<Sent | { readonly refused: string }> {
  const query = new URLSearchParams({ source: sourceId, name: file.name });
  const request = new XMLHttpRequest();
  request.open("POST", `/api/usage/upload?${query}`);
  request.responseType = "json";
  request.setRequestHeader("content-type", "application/octet-stream");
  request.upload.onprogress = ({ loaded }) => onProgress(loaded);
  return new Promise((resolve) => {
    request.onload = () => resolve(answerOf(request));
    request.onerror = () =>
      resolve({ refused: "The line broke before the file was through. Please send it again." });
    request.send(file);
  });
}

function answerOf({ status, response }: XMLHttpRequest): Sent | { readonly refused: string } {
  if (status === 200 && typeof response?.fileId === "string") return response as Sent;
  const message: unknown = response?.error?.message;
  return {
    refused: typeof message === "string" ? message : "The file was not taken in. Please send it again.",
  };
}
