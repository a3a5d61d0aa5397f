import { testStage } from './test-stage.ts';

testStage('write-off in flight');
