import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { openFile } from '@/lib/files/open-file';
import { fileOf, readingOf, valuesOf } from '../support/reading';

const LABELS = 'app.kubernetes.io/name=kaireon,on=12,blank=';
const faultsOf = (labels: string) =>
  readingOf({ 'plan.apiPodLabels': labels }).faults.map(({ message }) => message);

it('writes the labels of the API’s pods as the selector of its spread', () => {
  expect(valuesOf({ 'plan.apiPodLabels': LABELS }).api).toMatchObject({
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: {
          matchLabels: { 'app.kubernetes.io/name': 'kaireon', on: '12', blank: '' },
        },
      },
    ],
  });
});

it('writes no selector while they are blank, and asks for none while there is no spread', () => {
  expect(fileOf()).not.toContain('matchLabels');
  const off = { 'plan.apiZoneSpread': 'off', 'plan.apiPodLabels': 'not a label' };
  expect(readingOf(off).faults).toEqual([]);
  expect(readingOf(off).link).toBe('v=1&plan.apiZoneSpread=off');
});

it('links them after the spread', () => {
  const given = { 'plan.apiPodLabels': 'a=b', 'plan.apiZoneSpread': 'soft' };
  expect(readingOf(given).link).toBe('v=1&plan.apiZoneSpread=soft&plan.apiPodLabels=a%3Db');
});

it('refuses a label that stands twice', () => {
  expect(faultsOf('a=b,c=d,a=e')).toEqual([
    'The label a stands here twice, and a pod has each label once. Enter it once.',
  ]);
});

it('comes back from the file', () => {
  const given = { 'plan.apiPodLabels': LABELS, 'plan.apiZoneSpread': 'soft' };
  const opened = openFile(catalog, fileOf(given));
  expect(opened).toMatchObject({ raw: readingOf(given).raw, carried: [] });
});
