import { can, router } from "@/server/access/procedures";
import { Refusal } from "@/server/core/refusal";
import {
  AccountChoices,
  AccountMapping,
  EventList,
  FileList,
  FileRef,
  FileRows,
  MappingList,
  MeasuredList,
  MeterChoices,
  MeterMapping,
  NewFile,
  NewSource,
  ParkedGroup,
  ParkedList,
  ParkedRows,
  SourceRef,
  SubscriptionRef,
  WriteOff,
} from "./input";
import { mapAccount } from "./map-account";
import { mapMeter } from "./map-meter";
import { listEvents, listMeasured, readMeasured } from "./read/event";
import { listFiles, listRejected, readFileDetail } from "./read/file";
import { accountChoices, listAccounts, listMeters, meterChoices } from "./read/mapping";
import { listParked, listParkedRows } from "./read/parked";
import { listSources, readSource } from "./read/source";
import { receiveFile } from "./receive";
import { retryParked } from "./retry";
import { addSource } from "./source";
import { writeOffParked } from "./write-off";

export const usageRouter = router({
  sources: can("usage.read").query(({ ctx }) => listSources(ctx.scope)),

  addSource: can("usage.map")
    .input(NewSource)
    .mutation(({ ctx, input }) => addSource(ctx.scope, input)),

  files: can("usage.read")
    .input(FileList)
    .query(({ ctx, input }) => listFiles(ctx.scope, input)),

  file: can("usage.read")
    .input(FileRef)
    .query(({ ctx, input }) => readFileDetail(ctx.scope, input.id)),

  rejected: can("usage.read")
    .input(FileRows)
    .query(({ ctx, input }) => listRejected(ctx.scope, input)),

  /** Asked before an upload is taken in, which is long work to do for somebody who may not. */
  mayReceive: can("usage.import")
    .input(SourceRef)
    .query(({ ctx, input }) => readSource(ctx.scope, input.id)),

  receive: can("usage.import")
    .input(NewFile)
    .mutation(({ ctx, input }) => {
      if (!ctx.upload) throw new Refusal("INVALID", "Send the file itself to /api/usage/upload.");
      return receiveFile(ctx.scope, { ...input, ...ctx.upload });
    }),

  parked: can("usage.read")
    .input(ParkedList)
    .query(({ ctx, input }) => listParked(ctx.scope, input)),

  parkedRows: can("usage.read")
    .input(ParkedRows)
    .query(({ ctx, input }) => listParkedRows(ctx.scope, input)),

  mapAccount: can("usage.map")
    .input(AccountMapping)
    .mutation(({ ctx, input }) => mapAccount(ctx.scope, input)),

  mapMeter: can("usage.map")
    .input(MeterMapping)
    .mutation(({ ctx, input }) => mapMeter(ctx.scope, input)),

  retryParked: can("usage.map")
    .input(ParkedGroup)
    .mutation(({ ctx, input }) => retryParked(ctx.scope, input)),

  writeOff: can("usage.map")
    .input(WriteOff)
    .mutation(({ ctx, input }) => writeOffParked(ctx.scope, input)),

  accounts: can("usage.read")
    .input(MappingList)
    .query(({ ctx, input }) => listAccounts(ctx.scope, input)),

  meters: can("usage.read")
    .input(MappingList)
    .query(({ ctx, input }) => listMeters(ctx.scope, input)),

  accountChoices: can("usage.map")
    .input(AccountChoices)
    .query(({ ctx, input }) => accountChoices(ctx.scope, input)),

  meterChoices: can("usage.map")
    .input(MeterChoices)
    .query(({ ctx, input }) => meterChoices(ctx.scope, input)),

  measured: can("usage.read")
    .input(MeasuredList)
    .query(({ ctx, input }) => listMeasured(ctx.scope, input)),

  subscription: can("usage.read")
    .input(SubscriptionRef)
    .query(({ ctx, input }) => readMeasured(ctx.scope, input.id)),

  events: can("usage.read")
    .input(EventList)
    .query(({ ctx, input }) => listEvents(ctx.scope, input)),
});
