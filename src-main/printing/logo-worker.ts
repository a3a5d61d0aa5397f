import { parentPort, workerData } from 'node:worker_threads';
import { type LogoJob, logoFromPng } from './logo-picture.ts';

const { png, widest } = workerData as LogoJob;

parentPort?.postMessage(logoFromPng(Buffer.from(png), widest));
