package ai.callcenter.tenancy.http.fuzz;

import java.lang.management.ManagementFactory;

/** What is left of the heap when everything that can go has gone. */
final class Heap {
    private Heap() {}

    static long retained() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
