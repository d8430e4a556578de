/** The visit as the rows of the checks see it. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { calendarDay } from '../../src/contract/calendar-day.ts';
import { notedRows, type RowVisit } from '../features/results/row-visit.ts';
import { isOpenVisit } from '../features/visit/visit-store.ts';
import type { Stores } from '../stores.ts';

/** Null while the site has no visit. */
export function useRowVisit(stores: Stores, siteId: string): RowVisit | null {
  const { visit, setNote, addWaiver, removeWaiver, takePhotos, photoUrl } = useStore(stores.visit);
  const engineer = useStore(stores.session, ({ settings }) => settings.engineer);
  const notes = visit?.notes;
  const waivers = visit?.waivers;
  const readOnly = !isOpenVisit(visit);
  const mine = visit?.siteId === siteId;
  return useMemo(() => {
    if (!mine || notes === undefined || waivers === undefined) return null;
    return {
      ...notedRows({ notes, waivers }, calendarDay(new Date())),
      readOnly,
      loadPhoto: photoUrl,
      onNote: setNote,
      takePhotos,
      engineer,
      onWaive: addWaiver,
      onTakeBack: removeWaiver,
    };
  }, [mine, notes, waivers, readOnly, photoUrl, setNote, takePhotos, engineer, addWaiver, removeWaiver]);
}
