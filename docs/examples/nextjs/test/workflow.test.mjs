// The page in a real browser, before a server with --demo: npm test, with ANA a token of ana@acme.example.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Builder, By, until } from 'selenium-webdriver';
import { Options, ServiceBuilder } from 'selenium-webdriver/chrome.js';

const PAGE = process.env.PAGE ?? 'http://localhost:3000';
const PATIENCE = 20_000;
let browser;

before(async () => {
  const options = new Options()
    .setChromeBinaryPath(process.env.CHROMIUM ?? '/usr/bin/chromium')
    .addArguments('--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run')
    .addArguments('--disable-background-networking', '--disable-component-update', '--disable-sync');
  browser = await new Builder()
    .forBrowser('chrome')
    .setChromeOptions(options)
    .setChromeService(new ServiceBuilder(process.env.CHROMEDRIVER ?? '/usr/bin/chromedriver'))
    .build();
});

after(() => browser?.quit());

const see = (text) => browser.wait(until.elementLocated(By.xpath(`//*[contains(normalize-space(), "${text}")]`)), PATIENCE, text);
const gone = (text) =>
  browser.wait(async () => (await browser.findElements(By.xpath(`//td[. = "${text}"]`))).length === 0, PATIENCE, `${text} is still there`);
const choose = async (tenant) =>
  (await browser.wait(until.elementLocated(By.xpath(`//select[@id="tenant"]/option[. = "${tenant}"]`)), PATIENCE)).click();
const press = async (name) => (await browser.findElement(By.xpath(`//button[. = "${name}" or @aria-label = "${name}"]`))).click();

test('signs in, adds, is refused, removes and switches', async () => {
  await browser.get(PAGE);
  await (await browser.wait(until.elementLocated(By.id('token')), PATIENCE)).sendKeys(process.env.ANA);
  await press('Sign in');
  await choose('Acme Support');
  await see('3 of 25 users');

  await browser.findElement(By.id('email')).sendKeys('nina@acme.example');
  await press('Add');
  await see('4 of 25 users');
  await see('nina@acme.example was added.');

  await press('Remove ana@acme.example');
  await see("This is the tenant's last admin");

  await press('Remove nina@acme.example');
  await see('3 of 25 users');
  await gone('nina@acme.example');

  await choose('Globex Telesales');
  await see('4 of 5 users');
  await see('gus@globex.example');
  assert.equal((await browser.findElements(By.id('email'))).length, 0, 'a member is not offered to add one');

  await browser.navigate().refresh();
  await see('4 of 5 users');
});

test('says why a token does not do', async () => {
  await browser.get(PAGE);
  await browser.executeScript('sessionStorage.clear()');
  await browser.navigate().refresh();
  await (await browser.wait(until.elementLocated(By.id('token')), PATIENCE)).sendKeys('a.b.c');
  await press('Sign in');
  await see('The token is not a well-formed JWT');
});
