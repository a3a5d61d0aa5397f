import { testStage } from './test-stage.ts';

testStage('QR shown');
