import { testStage } from './test-stage.ts';

testStage('print, relay');
