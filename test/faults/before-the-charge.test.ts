import { testStage } from './test-stage.ts';

testStage('before the charge');
