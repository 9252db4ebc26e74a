"""What statements may be doing when they are interrupted, for a kernel and for a terminal. Said of each is what it does; nothing of it ends by itself."""

BUSY = {
    "a tight loop": "while (true) { }",
    "a loop that counts": "long n = 0; while (true) n++;",
    "a sleep": "Thread.sleep(1_000_000)",
    "a lock that nobody opens": "var gate = new CountDownLatch(1); gate.await()",
    "a monitor that another thread holds": "var held = new Object(); var has = new CountDownLatch(1); new Thread(() -> { synchronized (held) { has.countDown(); try { Thread.sleep(20_000); } "
                                           "catch (InterruptedException e) { } } }).start(); has.await(); synchronized (held) { System.out.println(1); }",
    "a power of a large number": "BigInteger.valueOf(3).pow(1 << 30)",
    "a large sort": "int[] many = new Random(1).ints(1 << 27).toArray(); while (true) { Arrays.sort(many.clone()); }",
    "a stream": "LongStream.iterate(1, i -> i + 1).filter(i -> i < 0).findFirst()",
    "a parallel stream": "LongStream.range(0, Long.MAX_VALUE).parallel().filter(i -> i < 0).count()",
    "a loop that catches everything": "while (true) { try { Thread.sleep(10); } catch (Throwable t) { } }",
    "a regular expression that backtracks": '"a".repeat(60).matches("(a|aa)+b\\\\1")',
    "a nested loop that catches everything": "while (true) { try { while (true) { } } catch (Throwable t) { } }",
    "a recursion": "class Down { static int go(int n) { try { return go(n + 1) + go(n + 2); } catch (StackOverflowError e) { return go(n - 1); } } } Down.go(0)",
    "a socket that accepts": "new ServerSocket(0).accept()",
    "a read of what nobody types": "System.in.read()",
    "tasks that are waited for": "var two = Executors.newFixedThreadPool(2, task -> { var thread = new Thread(task); thread.setDaemon(true); return thread; }); "
                                 "two.invokeAll(List.<Callable<Integer>>of(() -> { while (true) { } }, () -> { Thread.sleep(100_000); return 1; }))",
    "a toString without end": "class Endless { public String toString() { while (true) { } } } new Endless()",
    "a layer's rule without end": "record Odd() implements Layer { public Rule rule() { while (true) { } } } new Odd()",
    "a printing loop": 'while (true) System.out.println("on and on");',
}
