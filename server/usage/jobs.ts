import { defineJob } from "@/server/events/client";
import { openUpload } from "@/server/integrations/storage/upload";
import { finishFile, noteStopped } from "./finish";
import { importFile } from "./import";

/** A step that is killed is done again, so it is kept to what takes seconds. */
const chunksPerStep = 20;

const takeIn = defineJob(
  {
    id: "usage-import",
    name: "Take in a usage file",
    on: "usage.file.received",
    concurrency: { limit: 2, key: "event.data.operatorId" },
    onFailure: ({ event, step, asSystem }) =>
      step.run("note", () => asSystem((scope) => noteStopped(scope, event.data.usageFileId))),
  },
  async ({ event, step, asSystem }) => {
    const fileId = event.data.usageFileId;
    for (let part = 1; ; part += 1) {
      const state = await step.run(`rows ${part}`, () =>
        importFile({
          fileId,
          inScope: asSystem,
          content: ({ storageKey }) => openUpload(storageKey),
          chunksMost: chunksPerStep,
        }),
      );
      if (state === "done") break;
    }
    await step.run("close", () => asSystem((scope) => finishFile(scope, fileId)));
  },
);

export const usageJobs = [takeIn] as const;
