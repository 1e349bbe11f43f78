export { MotionModule } from './motion.module';
